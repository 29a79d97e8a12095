"""The pieces every page is built from. What shows an icon or paints takes the theme first.

========================  =====================================================================================
``label.Label``           plain text in a type role and a colour token
``icon_label.IconLabel``  an icon in a colour token
``buttons``               ``Button`` (primary, plain, quiet) and ``IconButton``
``card.Card``             title, caption, content; ``card_row.CardRow`` puts cards side by side, or stacks them
``figure_card``           name, number, one line of meaning; click for how it was computed
``page_frame.PageFrame``  header, notices, scrolling content: what every page is
``notice_list``           ``NoticeBar`` and ``NoticeList``
``empty_state``           icon, line, sentence, button, sample
``drop_area.DropArea``    files dropped, chosen or pasted
``progress_panel``        words, bar, Cancel
``rank_editor``           an order by drag, keys and menu
``chips.ChipRow``         one of several, or several of them
``choice_chips``          one of many: a few as chips, all behind the last one with a search
``state_mark``            done, look here, in work; ``light.Light`` green, amber, red
``table_view.TableView``  a standard table, copied with its headers
``fields``                a label above a field; ``Combo``, ``NumberBox``
``chart_view.ChartView``  a painted chart with its table, copy and save
``popup.DetailsPopup``    how was this computed
========================  =====================================================================================
"""
