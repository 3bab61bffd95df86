package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.backup.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every operation of the API's document, as somebody not signed in and as somebody of another company. The operations are
 * taken from the document: a new one is tested by being described.
 */
class EveryOperationTest {

    private static final Stage OURS = new Stage(AddedToCompany.freshTenant());
    private static final Stage THEIRS = new Stage(AddedToCompany.freshTenant());
    private static final List<Operations.Operation> ALL = Operations.of(OURS.admin());

    /** Everything they have, as their database has it; nothing we do may change a byte of it. */
    private static final Map<String, List<String>> BEFORE = content();

    /** What needs no sign-in, each with why. */
    private static final Map<String, String> PUBLIC = Map.of(
            "signIn", "it is how one signs in",
            "getSignIn", "it says how one signs in",
            "forgotPassword", "whoever asks cannot sign in",
            "readLink", "the link proves whose it is",
            "useLink", "the same",
            "listSignInProviders", "the same",
            "healthLive", "it is asked by what watches over the program",
            "healthReady", "the same");

    /** What is heard live goes on for as long as one listens, and there is no logo. */
    private static final Set<String> NOT_ANSWERED = Set.of("listen", "getLogo");

    /** These end our own session or change our own password; the rest of the test still needs them. */
    private static final Set<String> OF_ONESELF = Set.of("signOut", "changePassword");

    private static Map<String, List<String>> content() {
        var content = Content.of(RunningProgram.get().database(), THEIRS.tenant().id());
        // Tokens note when they were last used.
        content.remove("token");
        // The trail is sealed, and what was read is kept, a moment later.
        content.remove("audit_seal");
        content.remove("audit_chain");
        content.remove("audit_event");
        // Theirs are told of what they did before, and that a moment later.
        content.remove("notice_position");
        content.remove("notification");
        return content;
    }

    @AfterAll
    static void nothingOfTheirsHasChanged() {
        assertThat(content()).isEqualTo(BEFORE);
    }

    /** What is answered beside the operations of the document, each with why. */
    private static final Map<String, String> BESIDE = Map.of(
            "/api/v1/control/", "commands on the same machine ask it, with a secret of the data folder",
            "/sign-in/oidc/", "browsers come here from providers and go on",
            "/problems/", "pages to read, the same for everybody",
            "/guide", "the same",
            "/error", "what is told where nothing else was");

    @Test
    void nothingIsAnsweredThatTheseTestsDoNotKnow() {
        var mappings = RunningProgram.get().bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet();
        List<String> unknown = mappings.stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .filter(each -> BESIDE.keySet().stream().noneMatch(path -> each.substring(each.indexOf(' ') + 1).startsWith(path)))
                .filter(each -> ALL.stream().noneMatch(operation -> isOf(each, operation.toString())))
                .toList();

        assertThat(mappings).hasSizeGreaterThan(100);
        assertThat(unknown).isEmpty();
    }

    /** Places of an address stand for whatever the document has there, be it a place as well. */
    private static boolean isOf(String mapping, String operation) {
        return Pattern.matches(mapping.replaceAll("\\{[^/]+}", "[^/ ]+"), operation);
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsAnsweredWithoutSigningIn() {
        return ALL.stream().map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
            TestAnswer answer = operation.send(OURS.tenant().nobody(), OURS);
            if (PUBLIC.containsKey(operation.id())) {
                assertThat(operation.isPublic()).as("says so").isTrue();
            } else {
                assertThat(operation.isPublic()).as("says so").isFalse();
                answer.expect(401);
                assertThat(answer.content()).doesNotContain(Stage.MARK);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsTheirsIsNotThereForUs() {
        return ALL.stream().filter(Operations.Operation::isAboutOne).map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
            // One stops following whatever it is, also what one may not see any more: the answer is the same for all.
            TestAnswer answer = operation.send(OURS.admin(), THEIRS).expect(operation.id().startsWith("unfollow") ? 204 : 404);
            shows(answer, List.of());
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsAnsweredHoldsNothingOfTheirs() {
        return ALL.stream()
                .filter(operation -> !operation.isAboutOne() && !OF_ONESELF.contains(operation.id()))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    // As the document shows it, and with their ids wherever a body can have one.
                    shows(operation.send(OURS.admin(), OURS), List.of());
                    shows(operation.send(OURS.admin(), THEIRS), operation.ids(THEIRS));
                }));
    }

    /** @param sent what the question itself said, and the answer may therefore say again */
    private static void shows(TestAnswer answer, List<String> sent) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        assertThat(answer.content()).as(answer.request()).doesNotContain(Stage.MARK + THEIRS.tenant().slug());
        THEIRS.ids().stream()
                .filter(id -> !sent.contains(id) && !answer.request().contains(id))
                .forEach(id -> assertThat(answer.content()).as(answer.request()).doesNotContain(id));
    }

    @TestFactory
    Stream<DynamicTest> ourOwnIsThereForUs() {
        // Without this the other tests would be content with a program that answers nothing.
        return ALL.stream()
                .filter(operation -> operation.method().equals("GET") && !operation.isAboutOne())
                .filter(operation -> !NOT_ANSWERED.contains(operation.id()))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    TestClient admin = OURS.admin();
                    operation.send(admin, OURS).expect(200);
                }));
    }
}
