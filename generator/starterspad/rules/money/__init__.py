"""Money: the closed language of calculators, worked out exactly and proved over all that may be filled in."""
