// What limits.py, schema_numbers.py and plan_names.py of content/ say in Python. `make types` writes this file.
export const JOURNAL_SCHEMA = 3;
export const PLAN_SCHEMA = 1;
export const JOURNAL_LIMITS = { path: 200, text: 4000, writer: 40, list: 60, fields: 5000, size: 4000000 };
export const LISTED_AT_ONCE = 60;
export const DAYS_TO_WAIT = 10;
export const LONGEST_NAME = 60;
export const LONGEST_ADVICE = 1000;
export const LONGEST_OWN_STEP = 200;
export const PLAN_KIND = "starterspad-plan";
export const PLAN_LINK = "#plan=";
