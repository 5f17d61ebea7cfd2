"""What a person can do: each edit looks at the document and answers with a change set, or refuses with a sentence.

Nothing in here changes anything. Identities are made by the ``new_id`` that is handed in.
"""
