package io.keyuan.engine.assign;

import io.keyuan.engine.ObjectType;
import java.util.Map;

/**
 * What became of records that were to be given away, and of what hangs on them.
 *
 * @param records the records themselves
 * @param already how many of them belonged to whom they were to be given to
 * @param along of each object that was to move along
 */
record Outcome(Giving.Given records, int already, Map<ObjectType, Giving.Given> along) {}
