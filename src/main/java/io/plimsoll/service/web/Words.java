package io.plimsoll.service.web;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** The sentences of both languages, read once. */
@ApplicationScoped
public class Words {

    private final Map<Language, Catalogue> catalogues = new EnumMap<>(Language.class);

    Words() {
        LawBook lawBook = LawBook.ofThisBuild();
        for (Language language : Language.values()) {
            catalogues.put(language, lawBook.catalogue(language));
        }
    }

    public Catalogue in(Language language) {
        return catalogues.get(language);
    }
}
