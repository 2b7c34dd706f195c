package com.spotitearly.acitrack.database;

import liquibase.exception.DatabaseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Turns a start that fails at the database into a message instead of a hundred lines of stack trace. */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseException cause) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
        String description = root == cause || cause.getMessage().contains(String.valueOf(root.getMessage()))
                ? cause.getMessage()
                : cause.getMessage() + " (" + root + ")";
        return new FailureAnalysis(
                description, "Check DATABASE_URL and the database; docs/runbook.md, It does not start.", cause);
    }
}
