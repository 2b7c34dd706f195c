package com.spotitearly.acitrack.client.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "check-db",
        description =
                "Connects to DATABASE_URL, past the service, and lists the tables with their row counts. Changes nothing.")
final class CheckDbCommand implements Callable<Integer> {

    private static final List<String> EXPECTED =
            List.of("runs", "tri_model_events", "must_reads", "weekly_digest_feedback");

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Output output = new Output();

    CheckDbCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        DatabaseUrl database = database();
        database.properties().putIfAbsent("connectTimeout", "10");
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.properties())) {
            connection.setReadOnly(true);
            Map<String, Long> counts = rowCounts(connection);
            String server = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
            List<List<?>> rows = new ArrayList<>();
            counts.forEach((table, count) -> rows.add(List.of(count, table)));
            String tables = rows.isEmpty() ? "No tables yet" : output.table(List.of("ROWS", "TABLE"), rows);
            output.print(Map.of("server", server, "tables", counts), "Connected: " + server + "\n\n" + tables);
            EXPECTED.stream().filter(table -> !counts.containsKey(table)).forEach(table -> output.err()
                    .println("Warning: there is no table " + table + "; the service creates it when it starts"));
            return ExitCode.OK;
        } catch (SQLException e) {
            output.err().println("No connection to " + database + ": " + Text.safe(e.getMessage()));
            if (String.valueOf(e.getMessage()).contains("SSL")) {
                output.err().println("A database without SSL needs ?sslmode=disable at the end of DATABASE_URL");
            }
            return ExitCode.UNAVAILABLE;
        }
    }

    private DatabaseUrl database() {
        try {
            return DatabaseUrl.parse(environment
                    .variable("DATABASE_URL")
                    .orElseThrow(() -> new IllegalArgumentException("DATABASE_URL is needed")));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private static Map<String, Long> rowCounts(Connection connection) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                String count = "SELECT count(*) FROM " + statement.enquoteIdentifier(table, true);
                try (ResultSet row = statement.executeQuery(count)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
        }
        return counts;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        String sql = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename";
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
