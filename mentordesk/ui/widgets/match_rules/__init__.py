"""What counts for a fit, what forbids a pair, what a suggestion is best at: edited alike in drafts and programs."""
