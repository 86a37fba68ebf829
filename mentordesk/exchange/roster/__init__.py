"""What a roster file means, column by column and cell by cell. Knows no desk."""
