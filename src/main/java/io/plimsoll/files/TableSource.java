package io.plimsoll.files;

import java.util.Collection;

/** Where the tables of a policy come from: a folder, or files that were handed in. */
interface TableSource {

    /** The relative names of all files beside the policy's tables, those tables among them. */
    Collection<String> policyFiles() throws BadInput;

    /** A file that must be there. */
    Table table(Format format) throws BadInput;

    /** A file that may be missing, which is the same as a header alone. */
    Table optionalTable(Format format) throws BadInput;

    /**
     * The same, but where it has no rows it leaves no trace: a file that older versions of this program did not know must
     * not change the digests of folders without it.
     */
    Table addedTable(Format format) throws BadInput;

    /** Whether a retailer goes by this name, as far as that is known here. */
    boolean isRetailer(String name);
}
