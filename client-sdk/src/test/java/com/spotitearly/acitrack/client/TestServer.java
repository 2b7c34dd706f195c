package com.spotitearly.acitrack.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A real HTTP server that answers, or misbehaves, as a test tells it to. */
public final class TestServer implements AutoCloseable {

    /** Does something with one request. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request as it arrived, its body unpacked. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares requests.
    public record Received(String method, String uri, Map<String, List<String>> headers, byte[] body, long nanos) {

        public JsonNode json() {
            return Json.MAPPER.readTree(body);
        }

        public String text() {
            return new String(body, UTF_8);
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Answer> next = new ArrayDeque<>();
    private volatile Answer otherwise = ok("{}");
    private volatile boolean keepBodies = true;

    public TestServer() {
        this(0);
    }

    public TestServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers the next requests, one each. */
    public TestServer then(Answer... answers) {
        Collections.addAll(next, answers);
        return this;
    }

    /** Answers every request that no {@link #then} is for. */
    public TestServer always(Answer answer) {
        otherwise = answer;
        return this;
    }

    /** Stores runs as the service does, counting events by publication_id only within a request. */
    public TestServer ingesting() {
        return always(exchange -> {
            Received last = received.get(received.size() - 1);
            if (exchange.getRequestURI().getPath().equals("/ingest/tri-model-events")) {
                int count = last.json().get("events").size();
                ok("{\"status\":\"success\",\"run_id\":\"r\",\"mode\":\"m\",\"inserted\":" + count
                                + ",\"updated\":0,\"total\":" + count + "}")
                        .to(exchange);
            } else {
                ok("{\"status\":\"success\",\"run_id\":\"r\",\"mode\":\"m\",\"created_at\":\"2026-01-12T00:00:00.000Z\","
                                + "\"updated_at\":\"2026-01-12T00:00:00.000Z\"}")
                        .to(exchange);
            }
            if (!keepBodies) {
                received.clear();
            }
        });
    }

    /** Forgets what it received, so that a test can measure the client's memory and not the server's. */
    public TestServer forgetting() {
        keepBodies = false;
        return this;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public static Answer ok(String json) {
        return answer(200, "application/json", json);
    }

    public static Answer answer(int status, String type, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** A problem document as the service writes it. */
    public static Answer problem(int status, String detail, String... headers) {
        return answer(
                status,
                "application/problem+json",
                "{\"type\":\"urn:acitrack:problem:test\",\"title\":\"Test\",\"status\":" + status + ",\"detail\":\""
                        + detail + "\",\"instance\":\"/x\"}",
                headers);
    }

    /** Closes the connection without an answer, as a server does that is killed. */
    public static Answer hangUp() {
        return HttpExchange::close;
    }

    /** Begins an answer and never ends it. */
    public static Answer stall() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"run_id\":".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] raw = exchange.getRequestBody().readAllBytes();
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    packed ? unpack(raw) : raw,
                    System.nanoTime()));
            Answer answer;
            synchronized (next) {
                answer = next.isEmpty() ? otherwise : next.poll();
            }
            answer.to(exchange);
        }
    }

    private static byte[] unpack(byte[] raw) throws IOException {
        try (InputStream zip = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            return zip.readAllBytes();
        }
    }
}
