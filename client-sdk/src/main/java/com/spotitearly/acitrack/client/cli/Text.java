package com.spotitearly.acitrack.client.cli;

import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Text for people. */
final class Text {

    private static final int GAP = 2;

    private Text() {}

    /** Takes out what a terminal would obey; the server's texts come from the wide world. */
    static String safe(Object value) {
        return value == null ? "" : value.toString().replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    /** A table whose last column takes what is left of the width, and wraps. */
    static String table(int width, List<String> header, List<List<?>> rows) {
        Column[] columns = new Column[header.size()];
        int left = width;
        for (int i = 0; i < columns.length - 1; i++) {
            int column = i;
            int longest = rows.stream()
                    .mapToInt(row -> cell(row.get(column)).length())
                    .reduce(header.get(i).length(), Math::max);
            columns[i] = new Column(longest + GAP, 0, Overflow.TRUNCATE);
            left -= longest + GAP;
        }
        columns[columns.length - 1] = new Column(Math.max(left, 30), 0, Overflow.WRAP);
        ColorScheme plain = new ColorScheme.Builder(Ansi.OFF).build();
        TextTable table = TextTable.forColumns(plain, columns);
        table.addRowValues(header.toArray(String[]::new));
        rows.forEach(row -> table.addRowValues(row.stream().map(Text::cell).toArray(String[]::new)));
        return table.toString().stripTrailing();
    }

    private static String cell(Object value) {
        String text = safe(value).replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? "-" : text;
    }
}
