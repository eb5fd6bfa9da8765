"""The statement that a question and its yes or no make together."""

from __future__ import annotations

import pytest
from explainer.text.answers import answered, asked
from explainer.text.languages import language


@pytest.mark.parametrize(
    ("tag", "question", "answer", "said"),
    [
        ("en", "Did Dunn agree to a vote?", "Yes.", "Dunn did agree to a vote."),
        ("en", "Did Dunn agree to a vote?", "No.", "Dunn did not agree to a vote."),
        ("en", "Was a vote held?", "Yes, in May.", "A vote was held in May."),
        ("en", "Was a vote held?", "Yes, Dunn says so.", "A vote was held."),
        ("en", "Will the board vote?", "No – on Monday.", "The board will not vote on Monday."),
        ("de", "Hat Dunn zugestimmt?", "Ja, im Mai.", "Dunn hat zugestimmt im Mai."),
        ("de", "Hat Dunn zugestimmt?", "Nein.", "Dunn hat nicht zugestimmt."),
        ("fr", "Est-ce que Dunn a voté ?", "Oui.", "Dunn a voté."),
        ("fr", "Dunn a-t-elle voté ?", "Non.", "Dunn pas a voté."),
        ("es", "¿Ha votado Dunn?", "Sí.", "Votado ha Dunn."),
        ("es", "¿Aceptó Dunn la oferta?", "No.", "Dunn no aceptó la oferta."),
    ],
)
def test_a_question_and_its_answer_are_one_statement(
    tag: str, question: str, answer: str, said: str
) -> None:
    marks = language(tag)
    found = asked(f"So it is. {question}", marks)
    assert answered(found, answer, ["Dunn"], marks) == said


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "What did Dunn say?"),
        ("en", "Dunn agreed."),
        ("de", "Was sagte Dunn?"),
        ("fr", "Qui a voté ?"),
        ("es", "¿Qué dijo Dunn?"),
    ],
)
def test_what_yes_does_not_answer_is_no_such_question(tag: str, text: str) -> None:
    assert asked(text, language(tag)) == ""


def test_a_yes_that_begins_another_sentence_is_no_answer() -> None:
    marks = language("en")
    assert answered("Did Dunn agree", "No one did.", ["Dunn"], marks) == ""
    assert answered("Did Dunn agree", "Yesterday.", ["Dunn"], marks) == ""
