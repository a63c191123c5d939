package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** JSON is UTF-8 (RFC 8259); in whatever else it comes, it is refused before anybody guesses what it says. */
@Provider
public class Utf8Json implements ReaderInterceptor {

    /** So many bytes tell the encodings of Unicode apart. */
    private static final int TELLING_BYTES = 4;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type != null && type.getSubtype().endsWith("json")) {
            String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
            if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
                throw notUtf8();
            }
            context.setInputStream(utf8(context.getInputStream()));
        }
        return context.proceed();
    }

    /** No JSON in UTF-8 has a zero among its first bytes, and each of the other encodings has one or a mark there. */
    private static InputStream utf8(InputStream body) throws IOException {
        PushbackInputStream again = new PushbackInputStream(body, TELLING_BYTES);
        byte[] first = again.readNBytes(TELLING_BYTES);
        for (byte each : first) {
            if (each == 0 || each == (byte) 0xFE || each == (byte) 0xFF) {
                throw notUtf8();
            }
        }
        again.unread(first);
        return again;
    }

    private static Refused notUtf8() {
        return new Refused(Problem.UNSUPPORTED_MEDIA_TYPE, Message.of("PROBLEM_NOT_UTF8"));
    }
}
