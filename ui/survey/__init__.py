"""Survey: what customers are asked, as they will read it, and the files to send."""
