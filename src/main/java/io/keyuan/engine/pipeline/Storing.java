package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.sql.DataChange;
import java.util.List;

/** A part of what is stored of a batch: it says what has to be written, and all parts are written together. */
interface Storing {

    /** @param changes grows by what this part writes, in the order in which it has to be written */
    void add(Batch batch, List<DataChange> changes);
}
