"""Speed, as ratios to the bare engine measured side by side in the same run."""
