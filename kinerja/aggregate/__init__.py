"""Facts to figures: consolidation over months and units, capaian, roll-ups, budget and comparisons."""
