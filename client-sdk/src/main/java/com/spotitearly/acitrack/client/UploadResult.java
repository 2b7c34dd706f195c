package com.spotitearly.acitrack.client;

import com.spotitearly.acitrack.client.generated.model.TriModelEventsIngestResult;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What an upload did, over all chunks.
 *
 * @param inserted how many events were new
 * @param updated how many replaced one that was there, or came again in the same upload
 * @param total inserted plus updated
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record UploadResult(String runId, String mode, long inserted, long updated, long total) {

    UploadResult plus(TriModelEventsIngestResult chunk) {
        return new UploadResult(
                runId, mode, inserted + chunk.getInserted(), updated + chunk.getUpdated(), total + chunk.getTotal());
    }
}
