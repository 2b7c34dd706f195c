package com.spotitearly.acitrack.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP gate in front of PostgreSQL that can be shut, frozen and opened again. */
public final class Gate implements AutoCloseable {

    private enum State {
        OPEN,
        REFUSING,
        FROZEN
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile State state = State.OPEN;

    public Gate(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** @return the DATABASE_URL that leads through the gate to the database of the given one */
    public String through(String databaseUrl) {
        return databaseUrl.replaceFirst("localhost:\\d+", "localhost:" + port());
    }

    /** Cuts all connections and refuses new ones. */
    public void refuse() {
        state = State.REFUSING;
        sockets.forEach(Gate::close);
        sockets.clear();
    }

    /** Takes everything and answers nothing. */
    public void freeze() {
        state = State.FROZEN;
    }

    public void open() {
        state = State.OPEN;
    }

    @Override
    public void close() throws IOException {
        server.close();
        refuse();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                if (state == State.REFUSING) {
                    close(client);
                    continue;
                }
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(database);
                start(() -> copy(client, database));
                start(() -> copy(database, client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
            sockets.forEach(Gate::close);
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            int read;
            while ((read = in.read(bytes)) >= 0) {
                if (state != State.FROZEN) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // One side is gone, and with it the other.
            close(to);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "gate");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
