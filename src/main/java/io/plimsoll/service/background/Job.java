package io.plimsoll.service.background;

/** A kind of work that is done in the background; rooms that have one declare it as a bean. */
public interface Job {

    /** What its pieces are called in the table of waiting work; never given another meaning. */
    String kind();

    /**
     * Does one piece. Called outside of transactions; what it comes to is to be written in one, together with
     * {@link WaitingWork#isTaken}, and nothing before that.
     *
     * @param id which piece
     * @param progress is told what it is at
     */
    void work(long id, Progress progress);

    /**
     * Writes down that a piece came to nothing. Called in a transaction, in which the piece is taken already.
     *
     * @param failure why, as the engine said it
     */
    void fail(long id, String failure);

    /** Told by a work what it is at. */
    interface Progress {
        void begins(Enum<?> part);
    }
}
