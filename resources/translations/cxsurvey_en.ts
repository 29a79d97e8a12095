<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ChoiceChips</name>
        <message numerus="yes">
            <source>%n more…</source>
            <translation>
                <numerusform>%n more…</numerusform>
                <numerusform>%n more…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComparisonPage</name>
        <message numerus="yes">
            <source>%n person(s) answered another kind of question</source>
            <translation>
                <numerusform>%n person answered another kind of question</numerusform>
                <numerusform>%n people answered another kind of question</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) answered too little to count</source>
            <translation>
                <numerusform>%n person answered too little to count</numerusform>
                <numerusform>%n people answered too little to count</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeList</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PhoneAnswers</name>
        <message numerus="yes">
            <source>… and %n more like it</source>
            <translation>
                <numerusform>… and %n more like it</numerusform>
                <numerusform>… and %n more like it</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportPage</name>
        <message numerus="yes">
            <source>%n chart(s) ready, with the numbers behind them. Nothing leaves this computer.</source>
            <translation>
                <numerusform>%n chart ready, with the numbers behind them. Nothing leaves this computer.</numerusform>
                <numerusform>%n charts ready, with the numbers behind them. Nothing leaves this computer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) written to {0}.</source>
            <translation>
                <numerusform>%n file written to {0}.</numerusform>
                <numerusform>%n files written to {0}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResponsesPage</name>
        <message numerus="yes">
            <source>Look at what was understood, then take it in. %n more file(s) wait.</source>
            <translation>
                <numerusform>Look at what was understood, then take it in. %n more file waits.</numerusform>
                <numerusform>Look at what was understood, then take it in. %n more files wait.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} customers’ answers are in, from %n file(s).</source>
            <translation>
                <numerusform>{0} customers’ answers are in, from %n file.</numerusform>
                <numerusform>{0} customers’ answers are in, from %n files.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) were left out; see why below.</source>
            <translation>
                <numerusform>%n row was left out; see why below.</numerusform>
                <numerusform>%n rows were left out; see why below.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StudyShell</name>
        <message numerus="yes">
            <source>%n pillar(s)</source>
            <translation>
                <numerusform>%n pillar</numerusform>
                <numerusform>%n pillars</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SurveyPage</name>
        <message numerus="yes">
            <source>%n question(s), about {0} minutes to answer. Version {1}.</source>
            <translation>
                <numerusform>%n question, about {0} minutes to answer. Version {1}.</numerusform>
                <numerusform>%n questions, about {0} minutes to answer. Version {1}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ToldList</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
</TS>
