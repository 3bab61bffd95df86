package io.keyuan.demo;

import static io.keyuan.documents.DocumentTemplate.DOCUMENT_TEMPLATE;
import static io.keyuan.identity.User.USER;

import io.keyuan.demo.story.Chapter;
import io.keyuan.demo.story.Guest;
import io.keyuan.demo.story.Story;
import io.keyuan.demo.story.Tale;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Records;
import io.keyuan.engine.document.DocumentFormat;
import io.keyuan.engine.file.KeptFiles;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.identity.Invites;
import io.keyuan.identity.PeopleRoles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes the story of the sample company through the pipeline, a thousand records at a time. As the story follows from its
 * setting alone, a run that comes after a crash goes on where the last piece ended.
 */
@Component
class FillSampleCompany implements JobKind {

    static final String KIND = "sample-company";

    private static final int PIECE = 1_000;

    private final Records records;
    private final Invites invites;
    private final PeopleRoles roles;
    private final KeptFiles files;
    private final ApplicationEventPublisher events;

    FillSampleCompany(Records records, Invites invites, PeopleRoles roles, KeptFiles files, ApplicationEventPublisher events) {
        this.records = records;
        this.invites = invites;
        this.roles = roles;
        this.files = files;
        this.events = events;
    }

    /** @param announced whether somebody at a terminal waits to hear of it */
    record Order(Story.Setting setting, boolean announced) {}

    /**
     * How far it is.
     *
     * @param chapter the next to write in
     * @param next the record in it to write next
     * @param created how many there are
     */
    record Progress(int chapter, int next, int created) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Order order = run.arguments(Order.class);
        Story story = Story.of(order.setting());
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(0, 0, 0) : noted;
        boolean open = false;
        while (progress.chapter() < story.chapters().size()) {
            progress = piece(run, story, progress);
            if (order.announced() && !open && story.isPeopled(progress.chapter())) {
                letIn(story);
                open = true;
            }
            announce(order, story, progress);
        }
        write(story.papers());
    }

    /** Contents are kept outside of transactions; those that are there already are left be. */
    private void write(Map<UUID, Supplier<byte[]>> papers) {
        papers.forEach((template, content) -> {
            if (files.newest(DOCUMENT_TEMPLATE, template, DocumentFormat.DOCX.mediaType()) == null) {
                String name = Objects.requireNonNull(records.get(DOCUMENT_TEMPLATE, template).get(DOCUMENT_TEMPLATE.name));
                files.keep(DOCUMENT_TEMPLATE, template, name + ".docx", content.get());
            }
        });
    }

    private Progress piece(JobRun run, Story story, Progress begun) {
        Chapter chapter = story.chapters().get(begun.chapter());
        int end = Math.min(chapter.size(), begun.next() + PIECE);
        var written = new AtomicReference<>(begun);
        run.piece(() -> {
            int created = begun.created() + write(chapter, begun.next(), end);
            Progress after = end == chapter.size() ? new Progress(begun.chapter() + 1, 0, created) : new Progress(begun.chapter(), end, created);
            if (!story.isPeopled(begun.chapter()) && story.isPeopled(after.chapter())) {
                story.roles().forEach(roles::give);
            }
            written.set(after);
            return new JobRun.Piece(share(story, after), Map.of("created", created), after);
        });
        return Objects.requireNonNull(written.get());
    }

    private int write(Chapter chapter, int from, int to) {
        List<Tale> tales = IntStream.range(from, to).mapToObj(chapter.tale()).toList();
        List<Draft> begun = tales.stream().flatMap(tale -> Stream.ofNullable(tale.begin())).toList();
        save(chapter, begun);
        int longest = tales.stream().mapToInt(tale -> tale.later().size()).max().orElse(0);
        for (int round = 0; round < longest; round++) {
            int at = round;
            save(chapter, tales.stream().filter(tale -> tale.later().size() > at).map(tale -> tale.later().get(at)).toList());
        }
        return begun.size();
    }

    private void save(Chapter chapter, List<Draft> drafts) {
        if (!drafts.isEmpty()) {
            records.save(new Batch(chapter.type(), drafts));
        }
    }

    private static double share(Story story, Progress progress) {
        int before = story.chapters().stream().limit(progress.chapter()).mapToInt(Chapter::size).sum();
        return (double) (before + progress.next()) / story.size();
    }

    /** Somebody who was let in before the program was killed keeps the password they were told. */
    private void letIn(Story story) {
        List<Guest> waiting = Stream.of(Guest.values()).filter(guest -> isWaiting(story.id(guest))).toList();
        if (!waiting.isEmpty()) {
            tell("The sample company can be looked at while it fills. Sign in with a one-time password as");
            waiting.forEach(guest -> tell("  " + guest.login() + "  " + invites.invite(story.id(guest)) + "  " + guest.role()));
        }
    }

    private boolean isWaiting(UUID person) {
        Choice account = records.get(USER, person).get(USER.account);
        return account != null && account.code().equals("uninvited");
    }

    private void announce(Order order, Story story, Progress progress) {
        if (order.announced() && progress.next() == 0 && story.chapters().get(progress.chapter() - 1).size() >= PIECE) {
            long percent = Math.round(share(story, progress) * 100);
            String what = story.chapters().get(progress.chapter() - 1).type().path();
            tell("Sample company: " + what + " (" + percent + " %)");
        }
    }

    private void tell(String line) {
        events.publishEvent(new Announcement(line));
    }
}
