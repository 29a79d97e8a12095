"""Focus and plan: two to four pillars, and who does what until when."""
