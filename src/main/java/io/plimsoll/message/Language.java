package io.plimsoll.message;

import java.util.Locale;

/** The languages that every sentence exists in. */
public enum Language {
    ZH("zh"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** As in {@code --lang zh}, and in the name of the catalogue. */
    public String code() {
        return code;
    }

    /** Chinese where the surroundings are Chinese, otherwise English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }
}
