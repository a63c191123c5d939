package io.plimsoll.service.leads;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the law book says of a rule, in business words. */
@ApplicationScoped
class RuleSentences {

    private LawBook book;

    /** Its sentences; none where this build has no rule of the id. */
    synchronized List<String> of(String rule, Language language) {
        if (book == null) {
            book = LawBook.ofThisBuild();
        }
        return book.folders().stream()
                .filter(folder -> folder.text().id().equals(rule))
                .map(folder -> folder.sentence().get(language))
                .toList();
    }
}
