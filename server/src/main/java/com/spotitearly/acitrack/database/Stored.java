package com.spotitearly.acitrack.database;

import java.time.OffsetDateTime;

/** What an upsert left in the table. */
public record Stored(String mode, OffsetDateTime createdAt, OffsetDateTime updatedAt) {}
