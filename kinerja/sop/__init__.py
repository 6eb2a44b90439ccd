"""The offices' published SOPs as data: profiles, their loader, and the calendar arithmetic of their deadlines."""
