package com.spotitearly.acitrack.ingest;

import com.spotitearly.acitrack.trimodel.NewTriModelEvent;
import com.spotitearly.acitrack.trimodel.TriModelEventRepository;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides which events of a request are stored. */
@Service
class TriModelEventsService {

    private final TriModelEventRepository events;

    TriModelEventsService(TriModelEventRepository events) {
        this.events = events;
    }

    /** Stores all events or none; of a publication that comes twice, the last event. */
    @Transactional
    TriModelEventsResult ingest(String runId, String mode, List<NewTriModelEvent> sent) {
        // Sorted, because concurrent writers that lock rows in one order cannot deadlock.
        TreeMap<String, NewTriModelEvent> lastOfEach = new TreeMap<>();
        sent.forEach(event -> lastOfEach.put(event.publicationId(), event));
        int inserted = events.upsert(runId, mode, List.copyOf(lastOfEach.values()));
        return new TriModelEventsResult(inserted, lastOfEach.size());
    }
}
