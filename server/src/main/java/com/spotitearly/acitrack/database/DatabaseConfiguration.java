package com.spotitearly.acitrack.database;

import com.spotitearly.acitrack.settings.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The connections to PostgreSQL: for requests, for health, and for migrations. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    HikariDataSource dataSource(Settings settings) {
        // A request waits five seconds for a connection; the socket gives up after the statement's own time-out did.
        HikariConfig pool = pool(settings, "acitrack", 5_000, 60);
        pool.setMaximumPoolSize(settings.databasePoolSize());
        return new HikariDataSource(pool);
    }

    /** One connection apart from the pool, so that a busy service is not taken for a broken one. */
    @Bean(defaultCandidate = false)
    HikariDataSource healthDataSource(Settings settings) {
        HikariConfig pool = pool(settings, "health", 1_000, 1);
        pool.setMaximumPoolSize(1);
        pool.setMinimumIdle(0);
        return new HikariDataSource(pool);
    }

    /** Migrations take as long as they take: no time-out. */
    @Bean
    MigrationLiquibase liquibase(Settings settings) {
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(settings.database().jdbcUrl());
        dataSource.setConnectionProperties(properties(settings));
        return new MigrationLiquibase(dataSource);
    }

    private static HikariConfig pool(Settings settings, String name, long waitMilliseconds, int socketTimeoutSeconds) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(settings.database().jdbcUrl());
        pool.addDataSourceProperty(PGProperty.SOCKET_TIMEOUT.getName(), String.valueOf(socketTimeoutSeconds));
        pool.getDataSourceProperties().putAll(properties(settings));
        pool.setConnectionTimeout(waitMilliseconds);
        pool.setValidationTimeout(Math.min(waitMilliseconds, 2_000));
        // The start does not fail for a database that is away, migrations do.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.put(PGProperty.APPLICATION_NAME.getName(), "acitrack-backend");
        properties.put(PGProperty.CONNECT_TIMEOUT.getName(), "5");
        properties.putAll(settings.database().driverProperties());
        return properties;
    }
}
