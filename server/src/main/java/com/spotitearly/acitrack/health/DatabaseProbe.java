package com.spotitearly.acitrack.health;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks the database whether it answers, and never waits long for the answer. */
@Component
class DatabaseProbe implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DatabaseProbe.class);

    /** With the rest of the request this stays under the two seconds that the contract promises. */
    private static final long WAIT_MILLISECONDS = 1_500;

    private final DataSource dataSource;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "database-probe");
        thread.setDaemon(true);
        return thread;
    });

    private Future<Boolean> running;

    DatabaseProbe(@Qualifier("healthDataSource") DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return whether the database answered a query within 1.5 s */
    boolean isConnected() {
        try {
            return ask().get(WAIT_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.warn("The database has not answered the health check within {} ms", WAIT_MILLISECONDS);
            return false;
        } catch (ExecutionException e) {
            log.warn("The database refuses the health check: {}", e.getCause().getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Callers share the question that is under way, so that a frozen database collects no waiting threads. */
    private synchronized Future<Boolean> ask() {
        if (running == null || running.isDone()) {
            running = executor.submit(() -> {
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement()) {
                    return statement.execute("SELECT 1");
                }
            });
        }
        return running;
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
