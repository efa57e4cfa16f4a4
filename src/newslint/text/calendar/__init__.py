"""The calendar: dates, times, periods, and what agrees with them."""
