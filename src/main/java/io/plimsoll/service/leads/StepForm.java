package io.plimsoll.service.leads;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.FormParam;
import java.util.Map;

/** The fields of all forms on the page of a lead, as a browser sends them; each form has some of them. */
public class StepForm {

    @FormParam("once")
    String once;

    @FormParam("words")
    String words;

    @FormParam("assignee")
    String assignee;

    @FormParam("due")
    String due;

    @FormParam("person")
    String person;

    @FormParam("licence")
    String licence;

    @FormParam("sku")
    String sku;

    @FormParam("result")
    String result;

    @FormParam("prohibition")
    String prohibition;

    @FormParam("answer")
    String answer;

    /** What was typed, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "words", words,
                "assignee", assignee,
                "due", due,
                "person", person,
                "licence", licence,
                "sku", sku,
                "result", result,
                "prohibition", prohibition,
                "answer", answer);
    }

    /**
     * The forms of the page of a lead: what stands in the one that was sent, and what is wrong with it.
     *
     * @param act which of them was sent; blank where none was
     */
    record Shown(String act, Filled form) {

        static Shown fresh() {
            return new Shown("", Filled.with(Map.of()));
        }

        public boolean isOpen(String of) {
            return act.equals(of);
        }

        public String value(String of, String field) {
            return isOpen(of) ? form.value(field) : "";
        }

        public boolean has(String of, String field, Object value) {
            return isOpen(of) && form.has(field, value);
        }

        /** What is wrong with a field, or null. */
        public Message error(String of, String field) {
            return isOpen(of) ? form.error(field) : null;
        }
    }
}
