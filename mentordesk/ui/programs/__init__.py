"""The Programs page: what a program is, its milestone plan, its rhythm, its rules."""
