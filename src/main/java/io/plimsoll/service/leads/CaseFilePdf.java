package io.plimsoll.service.leads;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes a PDF of a page. The font comes along and its characters are embedded, so that Chinese is Chinese everywhere. */
@ApplicationScoped
class CaseFilePdf {

    private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";
    private static final String FAMILY = "Noto Sans SC";
    private static final int REGULAR = 400;

    /** What XML does not take: a text may hold it all the same. */
    private static final String NOT_IN_XML =
            "[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    CaseFilePdf() {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * The PDF of a page.
     *
     * @param html well formed, with no address in it that would have to be fetched
     */
    byte[] of(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(() -> CaseFilePdf.class.getResourceAsStream(FONT), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useUriResolver((base, address) -> null);
        builder.withHtmlContent(html.replaceAll(NOT_IN_XML, "\uFFFD"), null);
        builder.withProducer("Plimsoll");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
