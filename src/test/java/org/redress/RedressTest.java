package org.redress;

import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.calendar.ForgetCalendars;
import org.redress.callback.ForgetPresence;
import org.redress.complaint.ForgetCategories;
import org.redress.organisation.ForgetCompany;
import org.redress.platform.TestPlatform;
import org.redress.portal.ForgetLimits;
import org.redress.process.ForgetDecisions;
import org.redress.studio.MigrationWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Base of every test that needs the application: one start for all of them, on real PostgreSQL, with the models and the demo
 * company. Each test class begins with the database as the first start left it and the clock at {@link MovableClock#START};
 * timers fire only through {@link org.redress.process.Jobs}. A class that declares mocks or properties of its own costs every run
 * another start: add to this base instead.
 */
@SpringBootTest(classes = RedressApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "redress.engine.run-jobs=false",
        "redress.demo-work=false", // each test makes the work it is about
        "redress.give-memory-back=false",
        "redress.messages.run=false", // tests drive the dispatcher
        "redress.survey.run=false",
        "redress.migrations.run=false", // and the runner of migrations
        "redress.callback.cti-url=https://cti.example/dial?number={phone}&call={call}",
        "redress.figures.run=false", // and figures catch up when they are read
        "spring.test.print-condition-evaluation-report=false"
})
@Import({TestPlatform.class, ForgetCompany.class, ForgetCategories.class, ForgetCalendars.class, ForgetLimits.class, ForgetDecisions.class, ForgetPresence.class,
        MigrationWork.class})
@ExtendWith(FreshDatabase.class)
public abstract class RedressTest {

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    protected int port;

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }
}
