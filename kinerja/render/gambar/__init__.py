"""Pictures drawn by the program, in millimetres and shades of grey: flow charts, time charts."""
