package io.plimsoll.bench;

import io.plimsoll.bench.OrderShops.Shop;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends requests one after another on one connection; a client that costs next to nothing, so that it hides nothing. */
final class KeepAliveClient implements OrdersBench.Client {

    private final Socket socket;
    private final InputStream in;

    KeepAliveClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    }

    /** All bytes of a request. */
    static byte[] post(String address, String token, String key, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("POST " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAuthorization: Bearer " + token
                        + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nAccept: application/json"
                        + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void send(Shop shop) throws IOException {
        socket.getOutputStream().write(shop.request());
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length < 0 || in.readNBytes(length).length < length) {
            throw new EOFException(status);
        }
        if (!status.contains(" 201 ")) {
            throw new IOException(shop.licence() + ": " + status);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException(line.toString());
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
