package com.spotitearly.acitrack.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Liquibase behind an advisory lock of PostgreSQL. Liquibase alone races when two instances start on an empty database,
 * and the lock row that it leaves when it is killed stops every later start; an advisory lock ends with its connection.
 */
final class MigrationLiquibase extends SpringLiquibase {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLiquibase.class);

    /** Any number that nobody else locks; this one spells "acitrack" in ASCII. */
    private static final long LOCK = 0x6163697472_61636bL;

    MigrationLiquibase(DataSource dataSource) {
        setDataSource(dataSource);
        setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
        setAnalyticsEnabled(false);
    }

    @Override
    public void afterPropertiesSet() throws LiquibaseException {
        LOG.info("Initializing database tables...");
        try (Connection connection = getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // A lock of the transaction works behind PgBouncer too; it is held until the connection closes.
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            forgetLockOfKilledInstance();
            super.afterPropertiesSet();
        } catch (SQLException e) {
            throw new DatabaseException("The database cannot be migrated: " + e.getMessage(), e);
        }
        LOG.info("Database tables initialized successfully");
    }

    private void forgetLockOfKilledInstance() throws SQLException {
        try (Connection connection = getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('databasechangeloglock') IS NOT NULL")) {
                if (!table.next() || !table.getBoolean(1)) {
                    return;
                }
            }
            if (statement.executeUpdate("UPDATE databasechangeloglock SET locked = false WHERE locked") > 0) {
                LOG.warn("An earlier start was killed while it migrated; its lock is removed");
            }
        }
    }
}
