// How large and how exact a figure may get, as limits.py of content/ says. `make types` writes this file.
export const FIGURE_LIMITS = { value: 1000000000000000, bits: 12000 };
