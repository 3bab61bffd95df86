package io.keyuan.mail;

import java.util.UUID;

/** Takes letters of the {@linkplain io.keyuan.engine.Caller#current() current caller's} company and sends them. */
public interface Post {

    /** Whether the company has settled how its mail goes out; no letter is taken where it has not. */
    boolean isOpen();

    /**
     * Takes a letter in the current transaction, to be sent as soon as that has committed, and again and again for two days while
     * it cannot be. It is sent once; only where the program dies between a mail server's word that it has the letter and
     * its own note of that may it go twice, with the same {@code Message-ID}.
     *
     * @return under which id its fate is told in Settings
     * @throws io.keyuan.engine.Problem {@code RULE_BROKEN} with {@code mail-not-set-up} where the post is not {@linkplain #isOpen open}
     */
    UUID send(Letter letter);

    /**
     * The address of a page of the console, for links in letters. It is what an administrator has settled, never what a request
     * says of itself: that anybody can make up.
     *
     * @param path such as {@code /customers/…}
     * @throws io.keyuan.engine.Problem as {@link #send}
     */
    String link(String path);
}
