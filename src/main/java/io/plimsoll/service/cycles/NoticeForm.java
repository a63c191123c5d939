package io.plimsoll.service.cycles;

import org.jboss.resteasy.reactive.RestForm;

/** The form in which a notice is written, as it was typed. */
public class NoticeForm {

    @RestForm
    public String cycle = "";

    @RestForm
    public String title = "";

    @RestForm
    public String words = "";

    @RestForm
    public String once = "";

    @RestForm
    public String version = "";

    static NoticeForm of(Notice notice) {
        NoticeForm form = new NoticeForm();
        form.cycle = notice.cycle() == null ? "" : notice.cycle();
        form.title = notice.title();
        form.words = notice.words();
        form.version = Long.toString(notice.version());
        return form;
    }

    Notices.Text text() {
        return new Notices.Text(cycle == null || cycle.isBlank() ? null : cycle.strip(), title, words);
    }

    long seenVersion() {
        try {
            return Long.parseLong(version == null ? "" : version);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
