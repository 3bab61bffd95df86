package io.keyuan.demo.story;

import static io.keyuan.library.Folder.FOLDER;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where the company keeps what it hands out and goes by. */
final class Shelf {

    private record Board(String name, String description) {}

    private static final List<Board> BOARDS = List.of(
            new Board("产品资料", "样册、技术参数、安装说明"),
            new Board("报价与合同模板", "最新版，旧版请勿再用"),
            new Board("制度与流程", "报销、用印、交付验收"));

    private final Instant begun;
    private final Staff staff;
    private final StoryIds ids;

    Shelf(Instant begun, Staff staff, StoryIds ids) {
        this.begun = begun;
        this.staff = staff;
        this.ids = ids;
    }

    Chapter folders() {
        return new Chapter(FOLDER, BOARDS.size(), index -> {
            Board board = BOARDS.get(index);
            return Tale.of(Draft.create(FOLDER, ids.id("folder", index, begun), Map.of())
                    .in(new Past(begun, staff.id(Staff.DIRECTOR)))
                    .set(FOLDER.owner, staff.ref(Staff.DIRECTOR))
                    .set(FOLDER.name, board.name())
                    .set(FOLDER.description, board.description()));
        });
    }
}
