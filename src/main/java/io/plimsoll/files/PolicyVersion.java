package io.plimsoll.files;

import io.plimsoll.calendar.BusinessCalendar;
import io.plimsoll.calendar.Launches;
import io.plimsoll.policy.ClassCutoffs;
import io.plimsoll.policy.ClassTotals;
import io.plimsoll.policy.PolicyComparison;
import io.plimsoll.policy.PolicySheet;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.text.CodePoints;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One version of a release policy with all its tables, apart from any cycle. It is known by its content: two policies of
 * the same rows have the same digest, however their files were written. It cannot change.
 *
 * @see "docs/policies.md"
 */
public final class PolicyVersion {

    private final String name;
    private final SortedMap<String, Table> tables;
    private final String digest;

    /**
     * A policy of checked tables.
     *
     * @param tables every table that a policy may have, by file
     */
    PolicyVersion(String name, Map<String, Table> tables) {
        this.name = name;
        this.tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        this.digest = PolicyTables.digest(tables);
    }

    /**
     * Reads the files of a policy as they were handed in, or as {@link #files()} gave them. Skus that it names may be any.
     *
     * @param files content by relative name, such as {@code policy/floats.csv}
     * @throws BadInput the first thing that is wrong with them; nothing else is thrown whatever the files hold
     */
    public static PolicyVersion of(Map<String, byte[]> files) throws BadInput {
        return read(new GivenFiles(files), Kinds.key());
    }

    /**
     * The same, where Skus are registered.
     *
     * @param skus all that the policy may name
     */
    public static PolicyVersion of(Map<String, byte[]> files, Collection<String> skus) throws BadInput {
        return read(new GivenFiles(files), Kinds.known(new TreeSet<>(skus)::contains, "EXPECTED_REGISTERED_SKU"));
    }

    /**
     * Reads a policy from a folder without minding what else is there. Skus that it names may be any.
     *
     * @param folder which holds the folder {@code policy}, such as that of a cycle
     */
    public static PolicyVersion read(Path folder) throws BadInput {
        return read(new FolderReader(folder, ReadProgress.SILENT), Kinds.key());
    }

    private static PolicyVersion read(TableSource source, Kind sku) throws BadInput {
        PolicyReader reader = new PolicyReader(source);
        reader.readFirstHalf();
        reader.readSecondHalf(sku);
        return reader.policy();
    }

    /**
     * A published policy that consists of what decides grants and nothing else.
     *
     * @throws IllegalArgumentException when its version is not its name and its digest
     */
    public static PolicyVersion of(ReleasePolicy policy) {
        return PolicyTables.of(policy);
    }

    /**
     * The same content under another name, and so with the same digest.
     *
     * @param other a key: not blank, no spaces around it
     * @throws IllegalArgumentException when it is none
     */
    public PolicyVersion named(String other) {
        PolicyTables.requireName(other);
        return new PolicyVersion(other, tables);
    }

    /** What people call it; {@code unnamed} where it has no name. */
    public String name() {
        return name;
    }

    /** SHA-256 (lower-case hex) over all tables but the name. */
    public String digest() {
        return digest;
    }

    /** Name, {@code @} and the first twelve digits of the digest: what ceilings and findings cite (R11). */
    public String version() {
        return PolicyTables.version(name, digest);
    }

    /** The canonical content of every file, by relative name: all that {@link #of(Map)} needs to make it again. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(Formats.POLICY_NAME, PolicyTables.nameTable(name).bytes());
        tables.forEach((file, table) -> {
            if (Formats.POLICY_TABLES.contains(file) || !table.entries().isEmpty()) {
                files.put(file, table.bytes());
            }
        });
        return files;
    }

    /** What decides grants, under this version. */
    public ReleasePolicy releasePolicy() {
        return content().releasePolicy(version());
    }

    /** From what volume on a shop is LARGE or MEDIUM (R2). */
    public ClassCutoffs cutoffs() {
        return content().cutoffs();
    }

    /** What a new shop gets until a total has been agreed with it (R1). */
    public ClassTotals totals() {
        return content().totals();
    }

    public BusinessCalendar calendar() {
        return content().calendar();
    }

    public Launches launches() {
        return content().launches();
    }

    private PolicyContent content() {
        return new PolicyContent(tables);
    }

    /** The classes that have a float and a weight; a cycle with a retailer of another cannot run under it. */
    public Set<SizeClass> servedClasses() {
        Set<SizeClass> served = EnumSet.noneOf(SizeClass.class);
        tables.get(Formats.FLOATS).names().stream()
                .filter(tables.get(Formats.WEIGHTS).names()::contains)
                .forEach(sizeClass -> served.add(SizeClass.valueOf(sizeClass)));
        return served;
    }

    /** The Skus that it names, be it a ceiling or a launch. */
    public SortedSet<String> namedSkus() {
        SortedSet<String> skus = new TreeSet<>(CodePoints.ORDER);
        Stream.of(Formats.SKU_CEILINGS, Formats.LAUNCHES)
                .flatMap(file -> tables.get(file).entries().stream())
                .forEach(row -> skus.add(row.get("sku")));
        return skus;
    }

    /** Where another policy differs from this one, cell by cell. */
    public PolicyComparison comparedWith(PolicyVersion other) {
        return PolicyComparison.of(version(), sheets(), other.version(), other.sheets());
    }

    /** All tables as they are published, those without rows too. */
    public List<PolicySheet> sheets() {
        return Stream.concat(Formats.POLICY_TABLES.stream(), Formats.ADDED_POLICY_TABLES.stream())
                .map(file -> tables.get(file).sheet())
                .toList();
    }

    /** Whether name and content are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyVersion policy && name.equals(policy.name) && digest.equals(policy.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return version();
    }
}
