package io.keyuan.engine;

/** Letters to addresses, for whoever writes them without knowing how the current caller's company sends its mail. */
public interface OutgoingMail {

    /** Whether the company has settled how its mail goes out. */
    boolean isOpen();

    /** Whether a letter could go there. */
    boolean isAddress(String text);

    /**
     * Takes a letter with the current transaction; it is sent once that has committed.
     *
     * @throws Problem where the company sends no mail, or nothing can go to the address
     */
    void send(String address, String subject, String text);
}
