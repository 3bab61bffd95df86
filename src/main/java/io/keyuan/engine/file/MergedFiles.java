package io.keyuan.engine.file;

import io.keyuan.engine.merge.MovedRows;
import io.keyuan.engine.sql.Tables;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files go with their records, with every version; two may be called alike then, as they may anyway. */
@Component
class MergedFiles extends MovedRows {

    MergedFiles(DSLContext sql) {
        super(sql, "record_file", "record_file_version", "file_id");
    }

    /** What attributes have is told with their values. */
    @Override
    protected Condition counted() {
        return Tables.text("r", "attribute").isNull();
    }

    @Override
    public String name() {
        return "files";
    }
}
