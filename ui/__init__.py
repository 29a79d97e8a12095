"""The window: asks, shows, draws. Computes no statistic and reads no spreadsheet."""
