package io.plimsoll.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the index of a name without making an object, by open addressing. Indexes count up from 0. */
final class KeyTable {

    private static final int ABSENT = -1;
    private static final int SMALLEST = 16;

    /** Another one every time, so that nobody can prepare names that collide; no result depends on it. */
    private final long salt = System.nanoTime();

    private final List<String> keys = new ArrayList<>();
    private char[][] chars = new char[SMALLEST][];
    private int[] slots = new int[SMALLEST];

    /** The names in this order. */
    static KeyTable of(Iterable<String> names) {
        KeyTable table = new KeyTable();
        names.forEach(table::add);
        return table;
    }

    int size() {
        return keys.size();
    }

    /** The name with this index. */
    String key(int index) {
        return keys.get(index);
    }

    /** The same as characters, not to be written to. */
    char[] charsOf(int index) {
        return chars[index];
    }

    /** All names by index. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    /** Adds a name that is not there yet, and answers its index. */
    int add(String key) {
        if (2 * (keys.size() + 1) > slots.length) {
            grow();
        }
        if (keys.size() == chars.length) {
            chars = Arrays.copyOf(chars, 2 * chars.length);
        }
        char[] added = key.toCharArray();
        chars[keys.size()] = added;
        keys.add(key);
        slots[slotOf(added, 0, added.length)] = keys.size();
        return keys.size() - 1;
    }

    /** Whether the name is there. */
    boolean has(String key) {
        return find(key) >= 0;
    }

    /** Index of a name, or -1. */
    int find(String key) {
        char[] text = key.toCharArray();
        return find(text, 0, text.length);
    }

    /** Index of the name that stands from {@code begin} to {@code end}, exclusive, or -1. */
    int find(char[] text, int begin, int end) {
        int found = slots[slotOf(text, begin, end)];
        return found == 0 ? ABSENT : found - 1;
    }

    private void grow() {
        slots = new int[4 * slots.length];
        for (int i = 0; i < keys.size(); i++) {
            slots[slotOf(chars[i], 0, chars[i].length)] = i + 1;
        }
    }

    /** The slot that holds this name, or the free one where it would go. */
    private int slotOf(char[] text, int begin, int end) {
        int mask = slots.length - 1;
        int slot = hash(text, begin, end) & mask;
        while (slots[slot] != 0 && !equal(chars[slots[slot] - 1], text, begin, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Mixes every character in by itself, so that names can't be made to collide by swapping letters. */
    private int hash(char[] text, int begin, int end) {
        long hash = salt + end - begin;
        for (int i = begin; i < end; i++) {
            hash = (hash ^ text[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private static boolean equal(char[] key, char[] text, int begin, int end) {
        if (key.length != end - begin) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (key[i] != text[begin + i]) {
                return false;
            }
        }
        return true;
    }
}
