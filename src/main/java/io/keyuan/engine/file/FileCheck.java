package io.keyuan.engine.file;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Looks at what is brought to records before it is kept, where files of some object are more than files. */
@NamedInterface("files")
public interface FileCheck {

    /** @throws Problem where it may not be kept with this record */
    void check(ObjectType type, UUID record, Path content) throws IOException;
}
