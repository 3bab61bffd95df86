package io.keyuan.engine.file;

import io.keyuan.engine.jobs.Errands;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has files found by what they are called now, and soon by what is in them. */
@Component
class Finding {

    private final FileTexts texts;
    private final ReadTexts reading;
    private final Errands errands;

    Finding(FileTexts texts, ReadTexts reading, Errands errands) {
        this.texts = texts;
        this.reading = reading;
        this.errands = errands;
    }

    /** In the transaction that changes them. */
    void changed(List<RecordFile> files) {
        texts.expect(files);
        errands.soon(reading);
    }
}
