package org.redress.complaint.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.CaseDesk;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.complaint.SeverityRule;
import org.redress.customer.Customer;
import org.redress.deadline.Severity;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Capture of a complaint (受理): one page, keyboard only. With scripts, known customers and the severity appear while typing; without
 * them, "check" does the same and keeps what was typed.
 */
@Controller
@RequestMapping("/cases/new")
class CapturePage {

    private static final Map<String, String> FIELDS = Map.of("customer.phone", "phone", "customer.email", "email", "customer.account", "account", "customer.name",
            "name", "customer.address", "address", "outsideOrder.number", "outsideNumber", "outsideOrder.dueAt", "outsideDueAt");

    private final ComplaintIntake intake;
    private final CaseDesk desk;
    private final SeverityRule severity;
    private final CaptureReading reading;
    private final CategoryChoice choice;
    private final KnownCustomers known;

    CapturePage(ComplaintIntake intake, CaseDesk desk, SeverityRule severity, CaptureReading reading, CategoryChoice choice,
            KnownCustomers known) {
        this.intake = intake;
        this.desk = desk;
        this.severity = severity;
        this.reading = reading;
        this.choice = choice;
        this.known = known;
    }

    @InitBinder("form")
    void emptyChoiceIsNone(WebDataBinder binder) {
        binder.registerCustomEditor(Severity.class, new EmptyIsNull<>(Severity.class));
        binder.registerCustomEditor(String.class, new StringTrimmerEditor("\r", false));
    }

    @GetMapping
    String blank(@ModelAttribute("form") CaptureForm form, Model model, Locale locale) {
        fill(form, model, locale);
        return "complaint/new";
    }

    /** Known customers and their open cases, while the telephone or the account is being typed. */
    @GetMapping("/customer")
    String customer(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "") String newReason, Model model) {
        model.addAttribute("found", known.of(text.isEmpty() ? phone : text, account));
        model.addAttribute("newReason", newReason);
        model.addAttribute("duplicate", false);
        return "complaint/new-parts :: customer";
    }

    /** The severity the rules would give to what is typed so far. */
    @PostMapping("/severity")
    String severity(@ModelAttribute("form") CaptureForm form, BindingResult unreadable, Model model) {
        model.addAttribute("proposal", propose(form));
        return "complaint/new-parts :: severity";
    }

    @PostMapping
    Object capture(@ModelAttribute("form") CaptureForm form, BindingResult problems, @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable Long use, @RequestParam(required = false) @Nullable String repeat,
            @RequestParam(required = false) @Nullable String noteOn, Model model, Locale locale, RedirectAttributes flash) {
        if (noteOn != null) {
            return note(form, problems, noteOn, model, locale, flash);
        }
        if (use != null) {
            use(form, use);
        }
        if (repeat != null) {
            form.setRepeatOf(repeat);
        }
        if (use != null || repeat != null || "check".equals(act)) {
            fill(form, model, locale);
            return "complaint/new";
        }
        try {
            CaptureComplaint complaint = reading.complaint(form, problems);
            duplicateGuard(form, problems);
            if (problems.hasErrors()) {
                return again(form, problems, model, locale);
            }
            ComplaintIntake.Captured captured = intake.capture(complaint);
            flash.addFlashAttribute("notice", "complaint.done.captured");
            flash.addFlashAttribute("noticeArgs", new Object[] {captured.number()});
            return "redirect:/cases/" + captured.number();
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            problem.fields().forEach(each -> reject(problems, each));
            return again(form, problems, model, locale);
        }
    }

    private Object note(CaptureForm form, BindingResult problems, String number, Model model, Locale locale, RedirectAttributes flash) {
        try {
            desk.noteFromCapture(number, (form.getSummary() + "\n" + form.getWords()).strip());
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            problem.fields().forEach(each -> reject(problems, each));
            return again(form, problems, model, locale);
        }
        flash.addFlashAttribute("notice", "complaint.done.noted");
        flash.addFlashAttribute("noticeArgs", new Object[] {number});
        return "redirect:/cases/new";
    }

    /** Whoever has an open case already: the person says whether this repeats it or why it is another one. */
    private void duplicateGuard(CaptureForm form, BindingResult problems) {
        if (form.getRepeatOf().isEmpty() && form.getNewReason().isEmpty()
                && !known.of(form.getPhone(), form.getAccount()).cases().isEmpty()) {
            problems.rejectValue("newReason", "complaint.problem.duplicate");
        }
    }

    private void use(CaptureForm form, long id) {
        for (Customer customer : known.of(form.getPhone(), form.getAccount()).customers()) {
            if (customer.id() == id) {
                form.setPhone(customer.phone() == null ? form.getPhone() : customer.phone());
                form.setAccount(customer.account() == null ? "" : customer.account());
                form.setName(customer.name());
                form.setEmail(customer.email() == null ? form.getEmail() : customer.email());
                form.setAddress(customer.address() == null ? "" : customer.address());
            }
        }
    }

    private SeverityRule.@Nullable Proposal propose(CaptureForm form) {
        if (form.getSummary().isBlank() && form.getWords().isBlank() && form.getCategory().isBlank()) {
            return null;
        }
        List<Customer> customers = known.of(form.getPhone(), form.getAccount()).customers();
        return severity.propose(reading.facts(form, customers.size() == 1 ? customers.get(0) : null));
    }

    private ModelAndView again(CaptureForm form, BindingResult problems, Model model, Locale locale) {
        fill(form, model, locale);
        model.addAttribute("duplicate", problems.hasFieldErrors("newReason"));
        ModelAndView page = new ModelAndView("complaint/new", model.asMap());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private void fill(CaptureForm form, Model model, Locale locale) {
        model.addAttribute("channels", Channel.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("categories", choice.options(locale));
        model.addAttribute("outside", Set.of(Channel.O12345, Channel.O12315, Channel.O12398, Channel.O12300));
        model.addAttribute("found", known.of(form.getPhone(), form.getAccount()));
        model.addAttribute("proposal", propose(form));
        model.addAttribute("newReason", form.getNewReason());
        model.addAttribute("duplicate", false);
    }

    private static void reject(BindingResult problems, FieldProblem problem) {
        String field = FIELDS.getOrDefault(problem.field(), problem.field());
        if (problems.getRawFieldValue(field) != null || problems.getFieldType(field) != null) {
            problems.rejectValue(field, problem.key(), problem.args().toArray(), problem.key());
        } else {
            problems.reject(problem.key(), problem.args().toArray(), problem.key());
        }
    }
}
