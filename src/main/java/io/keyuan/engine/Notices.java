package io.keyuan.engine;

import java.util.Collection;
import java.util.List;

/** Tells people of the {@linkplain Caller#current() current caller's} company what concerns them. */
public interface Notices {

    /**
     * Tells several things in the current transaction; open windows hear of it after the commit. It takes as many statements as
     * for one. Whether somebody may see a record is looked at now and again whenever the notice is shown.
     */
    void tell(Collection<Notice> notices);

    default void tell(Notice notice) {
        tell(List.of(notice));
    }
}
