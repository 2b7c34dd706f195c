package com.spotitearly.acitrack.database;

import com.spotitearly.acitrack.settings.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connections to PostgreSQL, and the schema's way to the present. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** How long a request waits for a connection before it is answered 503. */
    private static final int POOL_WAIT_MILLISECONDS = 5_000;

    @Bean
    HikariDataSource dataSource(Settings settings) {
        HikariConfig pool = connections(settings, "acitrack", POOL_WAIT_MILLISECONDS);
        pool.setMaximumPoolSize(settings.databasePoolSize());
        // The socket gives up after the statement did: the driver's own cancel comes first.
        pool.addDataSourceProperty(PGProperty.SOCKET_TIMEOUT.getName(), "60");
        return new HikariDataSource(pool);
    }

    /** One connection apart from the pool, so that a busy service is not taken for a broken one. */
    @Bean(defaultCandidate = false)
    HikariDataSource healthDataSource(Settings settings) {
        HikariConfig pool = connections(settings, "health", 1_000);
        pool.setMaximumPoolSize(1);
        pool.setMinimumIdle(0);
        pool.addDataSourceProperty(PGProperty.SOCKET_TIMEOUT.getName(), "1");
        return new HikariDataSource(pool);
    }

    private static HikariConfig connections(Settings settings, String name, long waitMilliseconds) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(settings.database().jdbcUrl());
        pool.addDataSourceProperty(PGProperty.APPLICATION_NAME.getName(), "acitrack-backend");
        pool.addDataSourceProperty(PGProperty.CONNECT_TIMEOUT.getName(), "5");
        pool.getDataSourceProperties().putAll(settings.database().driverProperties());
        pool.setConnectionTimeout(waitMilliseconds);
        pool.setValidationTimeout(Math.min(waitMilliseconds, 2_000));
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    @Bean
    SpringLiquibase liquibase(DataSource dataSource) {
        SpringLiquibase liquibase = new LoggedLiquibase();
        liquibase.setDataSource(dataSource);
        liquibase.setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
        liquibase.setAnalyticsEnabled(false);
        return liquibase;
    }

    /** Says what the old service's operators look for in the log. */
    private static final class LoggedLiquibase extends SpringLiquibase {

        private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

        @Override
        public void afterPropertiesSet() throws LiquibaseException {
            LOG.info("Initializing database tables...");
            super.afterPropertiesSet();
            LOG.info("Database tables initialized successfully");
        }
    }
}
